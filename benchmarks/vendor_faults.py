"""Faults that lie in the page: what vendors of walls, registrars and makers of sites serve with status 200 or
202, and living pages that look like it. The fault matrix' third part."""

from __future__ import annotations

from benchmarks.fault_pages import article
from benchmarks.fault_rows import BLOCKED, GONE, LIVES, MAYBE, OK, SOFT, Row, anywhere, every
from tests.servers import page

PARKED = ("parked", *SOFT)
POEM = (
    "<title>Not Found</title><h1>Not Found</h1><p>I looked for you in the tide tables,<br>in the lists of "
    "lamps,<br>under lost and under light.</p><p>M. Tarrant, 1987</p>"
)
JUMP = '<html><head><script>window.onload=function(){window.location.href="/lander"}</script></head></html>'
LANDER = (
    '<html><head><script>window.LANDER_SYSTEM="PW"</script><script src="https://img1.wsimg.com/'
    'parking-lander/static/js/main.js"></script></head><body><div id="root"></div></body></html>'
)
SITEGROUND = (
    '<html><head><meta http-equiv="refresh" content="0;/.well-known/sgcaptcha/?r=%2F&y=ipr:1"></head></html>'
)
AKAMAI = (
    '<html><head><meta http-equiv="refresh" '
    "content=\"5; URL='/press/2019/harbour-report?bm-verify=AAQ'\"></head>"
    "<body><script>var i=1701;</script></body></html>"
)
SCRIPT = "<html><head><script>$_ts=window['$_ts'];$_ts.n=1;</script></head><body></body></html>"
STREAMED = (
    '<html lang="nl"><head><meta name="robots" content="noindex"><title>Havenblad</title></head><body><main>'
    "<h2>Hier is niets te zien</h2></main>"
    '<template data-dgst="NEXT_HTTP_ERROR_FALLBACK;404"></template></body></html>'
)
TURNSTILE = (
    "<title>harbour</title><script src='https://challenges.cloudflare.com/turnstile/v0/api.js'></script>"
    "<p>Un momento.</p><form><div class='cf-turnstile'></div></form>"
)
FORM = (
    "<title>Write to the harbour master</title><p>Office: Quay 3, open 8 to 16.</p><form>"
    "<textarea></textarea><div class='cf-turnstile'></div><button>Send</button></form>"
)
ABOUT_ANUBIS = article(
    '<p>The page holds <code>id="anubis_challenge"</code> and scripts under '
    "<code>/.within.website/x/cmd/anubis/</code>.</p>",
    "Putting a wall before a small site",
)
REGISTERED = (
    "<html lang='de'><head><title>Willkommen</title></head><body><h1>Hier entsteht eine neue Webseite</h1>"
    "<p>Diese Domain wurde für einen Kunden registriert.</p></body></html>"
)
SOLD_OUT = article(
    "<p>This product is no longer available.</p><p>Height 31 cm, made 1988 to 2004; spare glass here.</p>",
    "Brass lamp No. 4",
)

VENDOR_ROWS = (
    Row("a poem that is called “Not Found”", LIVES, OK, every(page(POEM))),
    Row("a product that is no longer sold", LIVES, OK, every(page(SOLD_OUT))),
    Row("a form that a widget guards", LIVES, OK, anywhere(page(FORM))),
    Row("an article about Anubis", LIVES, OK, every(page(ABOUT_ANUBIS))),
    Row("a wall of a widget alone", MAYBE, BLOCKED, anywhere(page(TURNSTILE))),
    Row("202, captcha of SiteGround", MAYBE, BLOCKED, anywhere(page(SITEGROUND, 202))),
    Row("Akamai's page that loads itself again", MAYBE, BLOCKED, anywhere(page(AKAMAI))),
    Row("nothing but a script", MAYBE, BLOCKED, anywhere(page(SCRIPT))),
    Row("a script that jumps to /lander", GONE, PARKED, anywhere(page(JUMP))),
    Row("GoDaddy's lander", GONE, PARKED, anywhere(page(LANDER))),
    Row("registered for a customer, in German", GONE, PARKED, anywhere(page(REGISTERED))),
    Row("Next.js, streamed, in Dutch", GONE, SOFT, anywhere(page(STREAMED))),
)
"""In the order of the table."""

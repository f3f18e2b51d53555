"""What the servers of the fault matrix say: a good page, and what stands in a page's place.

All texts were written for this purpose.
"""

from __future__ import annotations

import gzip


def article(text: str, title: str = "The harbour report of 2019") -> str:
    """A page with this text under its title."""
    return (
        f"<!DOCTYPE html><html><head><title>{title}</title></head><body><h1>{title}</h1>{text}</body></html>"
    )


PROSE = "".join(
    f"<p>In week {week} the divers looked at the quay wall again and wrote down what they saw, block by "
    f"block, for the office that had ordered the work and for whoever would repair it after them.</p>"
    for week in range(1, 9)
)
"""Running text enough for a living page."""
MENU = "<nav>" + "".join(f"<a href='#{name}'>{name}</a> " for name in ("Home", "Town", "Port")) + "</nav>"
MISSING = article(
    f"{MENU}<p>Sorry, the page you were looking for could not be found.</p><p>Try the search.</p>",
    "Page not found",
)
INTROUVABLE = article(
    f"{MENU}<p>Désolé, la page que vous cherchez n’existe pas ou a été déplacée.</p>", "Page introuvable"
)
NET = article(
    "<p>К сожалению, запрашиваемая страница не найдена или была удалена.</p>", "Страница не найдена"
)
FOR_SALE = article("<p>This domain may be for sale. Make an offer today.</p>", "{host} is for sale")
ANUBIS = (
    "<html><head><title>Making sure you're not a bot!</title>"
    '<script id="anubis_challenge" type="application/json">{"rules":{"difficulty":4}}</script></head>'
    "<body><h1>Making sure you're not a bot!</h1><p>Loading...</p></body></html>"
)
MOMENT = (
    "<html><head><title>Just a moment...</title></head><body>"
    '<script src="/cdn-cgi/challenge-platform/h/b/orchestrate/jsch/v1"></script></body></html>'
)
CONSENT = article(
    "<p>We and our partners use cookies to store and read information on your device.</p>"
    "<button>Accept all</button><button>Manage options</button>",
    "Before you continue",
)
LOGIN = article(
    "<form action='/login'><p>Please sign in to continue.</p><input name='user'>"
    "<input type='password' name='password'><button>Sign in</button></form>",
    "Sign in",
)
SHELL = (
    '<html><head><title>Harbour office</title></head><body><div id="root"></div>'
    "<noscript>You need to enable JavaScript.</noscript><script src='/app.js'></script></body></html>"
)
ABOUT = article(PROSE, "“404 Not Found”: a short history of the missing page")
BOMB = gzip.compress(article(PROSE).encode() + b" " * 30_000_000, 6)
STALL = article(PROSE) + "<div>" * 60_000

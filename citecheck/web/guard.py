"""Which addresses may be asked.

A manuscript comes from a stranger, and CI machines have neighbours that answer without a password. So every
address is judged before a connection is made to that very address. `ipaddress.is_global` is not enough: in
Python 3.11 it lets 192.0.0.192, 64:ff9b::/96, 2002::/16, fec0::/10 and ::127.0.0.1 through.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Sequence

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

REFUSED_V4 = tuple(
    map(
        ipaddress.IPv4Network,
        (
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
        ),
    )
)
"""IANA IPv4 Special-Purpose Address Registry, with multicast (RFC 5771) and the retired 6to4 relays."""

GLOBAL_V6 = ipaddress.IPv6Network("2000::/3")
"""The only global unicast space handed out so far; loopback, mapped, NAT64, unique local, link local,
site local and multicast addresses all lie outside (IANA IPv6 Address Space registry)."""

REFUSED_V6 = tuple(
    map(ipaddress.IPv6Network, ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")),
)
"""Inside it: protocol assignments with Teredo, documentation, 6to4 (which wraps any IPv4 address)."""

PORTS = (80, 443)


def is_public(address: Address) -> bool:
    """Whether a stranger's manuscript may make us connect to `address`.

    >>> is_public(ipaddress.ip_address("93.184.215.14")), is_public(ipaddress.ip_address("64:ff9b::7f00:1"))
    (True, False)
    """
    if isinstance(address, ipaddress.IPv4Address):
        return not any(address in network for network in REFUSED_V4)
    return address in GLOBAL_V6 and not any(address in network for network in REFUSED_V6)


def refusal(addresses: Sequence[str]) -> str | None:
    """Why a host with these addresses is not asked, or `None`. One bad address spoils the lot: which one a
    connection takes is chance, and a name that has both kinds is either a mistake or an attack."""
    for text in addresses:
        if not is_public(ipaddress.ip_address(text.partition("%")[0])):
            return "the address is private or reserved"
    return None


def literal(host: str) -> Address | None:
    """The address that `host` spells out, `None` for a name. Short, decimal and hexadecimal forms (`127.1`,
    `0x7f000001`) are left to the resolver, whose answer is judged."""
    try:
        return ipaddress.ip_address(host.strip("[]").partition("%")[0])
    except ValueError:
        return None

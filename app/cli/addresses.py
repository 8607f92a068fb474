"""The address that students open: this machine's in its network, found without asking anybody."""

import sys
from contextlib import suppress
from dataclasses import dataclass
from io import StringIO
from ipaddress import ip_address
from socket import AF_INET, SOCK_DGRAM, if_nameindex, inet_ntoa, socket
from struct import pack
from typing import Final

EVERYWHERE: Final = {"0.0.0.0", "::", ""}  # noqa: S104 - compared, not bound to
SOMEWHERE_ELSE: Final = ("192.0.2.1", 9)
"""An address without a host (RFC 5737): the kernel says from which of ours it is reached."""

SIOCGIFADDR: Final = 0x8915
"""Linux: asks for the address of a network interface (netdevice(7))."""


@dataclass(frozen=True, slots=True)
class Link:
    """What students open; `is_shared` when other machines can, `note` when there is more to say."""

    address: str
    is_shared: bool
    note: str = ""


def link_to(host: str, port: int) -> Link:
    """The link for a server that listens on `host`."""
    if host in EVERYWHERE:
        own = own_address()
        if own is None:
            note = "This machine is in no network now: only browsers on it can open the link."
            return Link(_url("127.0.0.1", port), is_shared=False, note=note)
        return Link(
            _url(own, port), is_shared=True, note=f"On this machine: {_url('127.0.0.1', port)}"
        )
    if _is_loopback(host):
        note = "Only browsers on this machine can open it; --host 0.0.0.0 lets a class in."
        return Link(_url(host, port), is_shared=False, note=note)
    return Link(_url(host, port), is_shared=True)


def own_address() -> str | None:
    """This machine's address in its network; None when it is in none."""
    return _address_of_route() or _address_of_interface()


def qr_code(address: str) -> str:
    """A QR code in block characters, for a terminal."""
    import segno

    out = StringIO()
    segno.make(address, error="m", micro=False).terminal(out, border=2, compact=True)
    return out.getvalue()


def _address_of_route() -> str | None:
    """The address that the way out of this network has; connecting UDP sends nothing."""
    with suppress(OSError), socket(AF_INET, SOCK_DGRAM) as probe:
        probe.connect(SOMEWHERE_ELSE)
        found: str = probe.getsockname()[0]
        return None if _is_loopback(found) or found == "0.0.0.0" else found  # noqa: S104
    return None


def _address_of_interface() -> str | None:
    """The first address of an interface, for networks without a way out, such as a hotspot."""
    if sys.platform != "linux":
        return None
    import fcntl

    with socket(AF_INET, SOCK_DGRAM) as probe:
        for _, name in if_nameindex():
            with suppress(OSError):
                asked = pack("256s", name.encode()[:15])
                found = inet_ntoa(fcntl.ioctl(probe.fileno(), SIOCGIFADDR, asked)[20:24])
                if not _is_loopback(found):
                    return found
    return None


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _url(host: str, port: int) -> str:
    shown = f"[{host}]" if ":" in host else host
    return f"http://{shown}/" if port == 80 else f"http://{shown}:{port}/"

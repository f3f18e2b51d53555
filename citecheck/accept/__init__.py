"""What makes a finding the same finding in the next run, and which findings somebody has accepted."""

from citecheck.accept.fingerprint import with_fingerprints

__all__ = ["with_fingerprints"]

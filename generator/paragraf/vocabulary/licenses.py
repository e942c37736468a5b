"""The terms on which open data is given away."""

LICENSES = {
    "CC0 1.0": "http://creativecommons.org/publicdomain/zero/1.0/",
    "CC BY 4.0": "http://creativecommons.org/licenses/by/4.0/",
}
"""What organisation.yml can say under `licens` -> its address, without language as DCAT-AP-SE asks."""
DEFAULT_LICENSE = "CC0 1.0"
"""Minutes are public documents without copyright (URL 9 §), so nothing else is claimed unless somebody says so."""


def license_address(license: str) -> str:
    """The address of the terms; of no licence that of the usual one."""
    return LICENSES[license or DEFAULT_LICENSE]

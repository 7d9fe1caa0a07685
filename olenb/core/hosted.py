"""What whoever runs a hub says to the workbooks on it, through the environment.

`OLENB_TYPED_ONLY=1` keeps files of people at home: on a school's machine a hand-typed name is
enough, and a whole address book would be the school's record. On a computer of one's own the
variable isn't there.
"""

import os

from olenb.core.errors import NotAllowed

TYPED_ONLY = "OLENB_TYPED_ONLY"

FILES_STAY_HOME = (
    "This workbook is on your school's computer, so leave files of people on your own one. "
    "The names that you write by hand are just as good."
)


def on_hub() -> bool:
    """Tell whether this runs on a JupyterHub, which says whose server it is."""
    return bool(os.environ.get("JUPYTERHUB_USER"))


def typed_only() -> bool:
    """Tell whether people are typed in here, and files of them aren't taken."""
    return os.environ.get(TYPED_ONLY, "") not in ("", "0")


def must_take_files() -> None:
    """Do nothing where files of people may be brought.

    Raises
    ------
    NotAllowed
        Here they may not.

    """
    if typed_only():
        raise NotAllowed(f"Nothing was brought in. {FILES_STAY_HOME}")

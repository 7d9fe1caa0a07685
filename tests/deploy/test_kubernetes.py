"""The values for Kubernetes, and what repo2docker needs to make an image of this repository."""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from deploy.conftest import DEPLOY

ROOT = DEPLOY.parents[1]
VALUES = yaml.safe_load((ROOT / "deploy/kubernetes/values.yaml").read_text("utf-8"))
TOP = {
    *(
        "fullnameOverride",
        "nameOverride",
        "enabled",
        "custom",
        "imagePullSecret",
        "imagePullSecrets",
    ),
    *("hub", "rbac", "proxy", "singleuser", "scheduling", "prePuller", "ingress", "httpRoute"),
    *("cull", "debug", "global"),
}
"""The headings that the chart knows; anything else would be refused."""


def test_the_values_have_only_headings_of_the_chart() -> None:
    assert set(VALUES) <= TOP


def test_nobody_comes_in_by_a_password_for_all() -> None:
    config = VALUES["hub"]["config"]
    assert config["JupyterHub"]["authenticator_class"] != "dummy"
    assert config["Authenticator"]["allow_all"] is False


def test_each_workbook_lies_on_a_disk_of_its_own() -> None:
    storage = VALUES["singleuser"]["storage"]
    assert storage["type"] == "dynamic"
    assert storage["dynamic"]["storageAccessModes"] == ["ReadWriteOnce"]


def test_the_server_is_the_one_of_this_repository() -> None:
    python, path = VALUES["singleuser"]["cmd"]
    assert python == "python3"
    assert (ROOT / Path(path).relative_to("/srv/olenb")).is_file()


def test_files_of_people_stay_at_home_and_nothing_gets_out() -> None:
    user = VALUES["singleuser"]
    assert user["extraEnv"]["OLENB_TYPED_ONLY"] == "1"
    assert not any(user["networkPolicy"]["egressAllowRules"].values())


def test_what_is_promised_to_each_is_more_than_was_measured() -> None:
    assert VALUES["singleuser"]["memory"]["guarantee"] == "256M"  # measured: 180


def _environment() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((ROOT / "environment.yml").read_text("utf-8"))
    return found


def test_an_image_gets_olenb_itself_and_one_python() -> None:
    needs = _environment()["dependencies"]
    assert {"pip": ["-e ."]} in needs
    assert any(str(one).startswith("python=3.") for one in needs)


@pytest.mark.parametrize("name", ["binder", ".binder", "Dockerfile"])
def test_nothing_makes_repo2docker_pass_the_environment_over(name: str) -> None:
    assert not (ROOT / name).exists()


@pytest.mark.skipif(importlib.util.find_spec("repo2docker") is None, reason="no repo2docker here")
def test_repo2docker_finds_the_environment_and_its_python() -> None:
    code = (
        "from repo2docker.buildpacks import CondaBuildPack as P; p = P('ubuntu');"
        "print(p.detect(), p.python_version)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=dict(os.environ),
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["True", "3.12"]

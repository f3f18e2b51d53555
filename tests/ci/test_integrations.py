"""The action, the GitLab template and the pre-commit hooks run the real command and end as promised."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from citecheck.cli import main
from citecheck.cli.options import OPTIONS
from citecheck.store.recorder import Recorder

ROOT = Path(__file__).parent.parent.parent
TEXT = "A body that calls a note.1\n\n1 A source. URL: https://a.example/x\n"
LOST = TEXT.replace("note.1", "note.1 Another.2").replace("/x\n", "/x\n\n3 A third. www.c.example/z\n")


def load(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text("utf-8"))


@pytest.fixture
def runner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory with `citecheck` on the path, as on a runner."""
    tools = tmp_path / "bin"
    tools.mkdir()
    command = tools / "citecheck"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m citecheck "$@"\n')
    command.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tools}:{Path(sys.executable).parent}:{os.environ['PATH']}")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def act(folder: Path, **inputs: str) -> tuple[int, dict[str, str], str]:
    """Run the action's audit step; exit code, its outputs, what it printed."""
    action = load("action.yml")
    (step,) = (step for step in action["runs"]["steps"] if step.get("id") == "audit")
    known = {name: str(value.get("default", "")) for name, value in action["inputs"].items()} | inputs
    variables = {
        name: known[value.removeprefix("${{ inputs.").removesuffix(" }}")]
        for name, value in step["env"].items()
    }
    files = {name: str(folder / name) for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
    done = subprocess.run(
        ["bash", "-c", step["run"]],
        env={**os.environ, **variables, **files},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    lines = Path(files["GITHUB_OUTPUT"]).read_text().splitlines()
    return done.returncode, dict(line.split("=", 1) for line in lines), done.stdout + done.stderr


OFFLINE = "--offline\n--no-cache"


def test_the_action_annotates_and_fails(runner: Path) -> None:
    (runner / "lost.txt").write_text(LOST)
    code, outputs, printed = act(runner, manuscript="lost.txt", args=OFFLINE)
    assert (code, outputs["exit-code"]) == (1, "1")
    assert int(outputs["new-findings"]) > 0
    assert "::error file=lost.txt" in printed
    assert "note-missing" in (runner / "GITHUB_STEP_SUMMARY").read_text()
    assert (runner / "citecheck-report" / "report.html").exists()
    assert act(runner, manuscript="lost.txt", args=OFFLINE, fail="false")[0] == 0


def test_the_action_with_a_baseline_counts_new_findings_only(runner: Path) -> None:
    (runner / "lost.txt").write_text(LOST)
    act(runner, manuscript="lost.txt", args=OFFLINE)
    create = ["baseline", "create", "--report", "citecheck-report/report.json", "-o", "base.json"]
    assert main([*create, "--reason", "known"]) == 0
    (runner / "GITHUB_OUTPUT").unlink()
    code, outputs, printed = act(runner, manuscript="lost.txt", args=OFFLINE, baseline="base.json")
    assert (code, outputs["new-findings"]) == (0, "0")
    assert "::error" not in printed


def test_the_action_answers_from_the_recording_or_runs_offline(runner: Path) -> None:
    (runner / "lost.txt").write_text(LOST)
    code, _, printed = act(runner, manuscript="lost.txt", replay="evidence.warc.gz", args="--no-cache")
    assert code == 1
    assert "::notice title=citecheck::There is no recording yet" in printed
    report = json.loads((runner / "citecheck-report" / "report.json").read_text("utf-8"))
    assert report["run"]["mode"] == "offline"
    with Recorder(runner / "evidence.warc.gz"):
        pass
    (runner / "GITHUB_OUTPUT").unlink()
    code, _, printed = act(runner, manuscript="lost.txt", replay="evidence.warc.gz", args="--no-cache")
    assert code == 1
    assert "no recording" not in printed
    report = json.loads((runner / "citecheck-report" / "report.json").read_text("utf-8"))
    assert report["run"]["mode"] == "replay"


def test_the_workflows_of_the_documentation_give_inputs_that_there_are() -> None:
    text = (ROOT / "docs" / "ci.md").read_text("utf-8")
    workflows = [yaml.safe_load(block) for block in re.findall(r"(?s)```yaml\n(.*?)```", text)]
    jobs = [job for one in workflows for job in one.get("jobs", {}).values()]
    steps = [step for job in jobs for step in job["steps"] if step["uses"].startswith("citecheck/")]
    assert len(steps) == 2, "a change, and once a week"
    inputs = load("action.yml")["inputs"]
    for step in steps:
        assert set(step["with"]) <= set(inputs)
        assert {name for name, one in inputs.items() if one.get("required")} <= set(step["with"])
    (weekly,) = (step for step in steps if "--record" in step["with"].get("args", ""))
    assert weekly["with"]["fail"] == "false", "never blocking"
    options = [line for line in weekly["with"]["args"].split() if line.startswith("--")]
    assert {option[2:] for option in options} <= set(OPTIONS)


def test_an_input_is_never_a_command(runner: Path) -> None:
    name = "$(touch stolen); `touch stolen`.txt"
    (runner / name).write_text(LOST)
    assert act(runner, manuscript=name, args=OFFLINE)[0] == 1
    assert not (runner / "stolen").exists()
    for step in load("action.yml")["runs"]["steps"]:
        assert "${{" not in step.get("run", ""), "inputs come in as variables"


@pytest.mark.parametrize(("fail", "code"), [("true", 3), ("false", 0)])
def test_an_empty_manuscript(runner: Path, fail: str, code: int) -> None:
    (runner / "empty.txt").write_text("Words only.\n")
    inputs = {"manuscript": "empty.txt", "args": OFFLINE, "fail-if-empty": fail}
    assert act(runner, **inputs)[0] == code


@pytest.mark.parametrize("hook", load(".pre-commit-hooks.yaml"), ids=lambda hook: hook["id"])
def test_hooks_name_real_options(hook: dict[str, Any], runner: Path) -> None:
    words = shlex.split(hook["entry"])
    assert words[0] == "citecheck"
    (runner / "good.md").write_text("Words.[^1]\n\n[^1]: A book, 1999.\n")
    (runner / "none.md").write_text("Words only.\n")
    offline = [] if "--offline" in words else ["--offline", "--no-cache"]
    assert main([*words[1:], *offline, "good.md", "none.md"]) == 0
    assert not (runner / "reports").exists(), "a hook leaves no files behind"


def test_the_gitlab_jobs_write_what_they_hand_over(runner: Path) -> None:
    jobs = load("docs/gitlab-ci.yml")
    handed = jobs[".citecheck"]["artifacts"]["reports"]
    (runner / "book.md").write_text("Words.[^1]\n\n[^1]: A book, 1999.\n")
    usual = jobs[".citecheck"]["variables"]
    for name in ("citecheck", "citecheck-weekly"):
        (line,) = jobs[name]["script"]
        extra = "" if "--offline" in line else "--offline --no-cache"
        done = subprocess.run(
            ["sh", "-c", line],
            env={**os.environ, **usual, "CITECHECK_ARGS": extra},
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        assert done.returncode == 0, done.stderr
        for path in handed.values():
            assert (runner / path).exists(), path


def test_the_gitlab_job_uses_recording_and_baseline_where_they_are(runner: Path) -> None:
    jobs = load("docs/gitlab-ci.yml")
    (line,) = jobs["citecheck"]["script"]
    (runner / "book.md").write_text(LOST)
    with Recorder(runner / "evidence.warc.gz"):
        pass

    def run(arguments: str = "") -> subprocess.CompletedProcess[str]:
        variables = jobs[".citecheck"]["variables"] | {"CITECHECK_ARGS": arguments}
        environment = {**os.environ, **variables}
        return subprocess.run(
            ["sh", "-c", line], env=environment, capture_output=True, text=True, check=False, timeout=60
        )

    first = run("--format json")
    assert first.returncode == 1, first.stderr
    assert "(replay, " in first.stdout
    create = ["baseline", "create", "--report", "citecheck-report/report.json", "--reason", "known"]
    assert main(create) == 0
    second = run()
    assert second.returncode == 0, second.stderr
    assert json.loads((runner / "citecheck-report" / "report.gitlab.json").read_text()) == []

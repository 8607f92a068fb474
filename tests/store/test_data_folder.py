"""The data folder: closed to others, with a key of its own, on a disk of this machine."""

import os
from pathlib import Path

import pytest

from app.errors import SettingsError
from app.store.data_folder import make_folder, make_private, refuse_network, secret_key

posix = pytest.mark.skipif(os.name != "posix", reason="modes are of POSIX")


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


@posix
def test_a_new_folder_is_for_its_owner_alone(tmp_path: Path) -> None:
    assert mode(make_folder(tmp_path / "deep" / "data")) == 0o700


@posix
def test_an_open_folder_is_closed(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    assert mode(make_folder(tmp_path)) == 0o700


def test_a_folder_that_cannot_be_is_reported(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SettingsError, match="--data"):
        make_folder(tmp_path / "file" / "data")


@posix
def test_an_old_file_is_closed(tmp_path: Path) -> None:
    file = tmp_path / "old"
    file.write_text("kept")
    file.chmod(0o644)
    make_private(file)
    assert mode(file) == 0o600
    assert file.read_text() == "kept"


@posix
def test_the_key_is_made_once_for_its_owner_alone(tmp_path: Path) -> None:
    key = secret_key(tmp_path)
    assert len(key) >= 32
    assert secret_key(tmp_path) == key
    assert [mode(file) for file in tmp_path.iterdir()] == [0o600]


def test_two_folders_have_two_keys(tmp_path: Path) -> None:
    assert secret_key(tmp_path / "a") != secret_key(tmp_path / "b")


def test_a_key_that_is_given_goes_before_the_file(tmp_path: Path) -> None:
    assert secret_key(tmp_path, "given") == "given"
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("content", ["", "dev\n", "ü" * 40])
def test_a_file_with_less_than_a_key_is_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / "secret-key").write_text(content, encoding="utf-8")
    with pytest.raises(SettingsError, match="secret-key"):
        secret_key(tmp_path)


def mounts(folder: Path, *lines: str) -> Path:
    table = folder / "mounts"
    table.write_text("".join(f"{line} rw 0 0\n" for line in ("/dev/vda / ext4", *lines)))
    return table


@pytest.mark.parametrize("kind", ["nfs", "nfs4", "cifs", "smb3", "9p", "fuse", "fuse.sshfs"])
def test_a_network_file_system_is_refused(tmp_path: Path, kind: str) -> None:
    table = mounts(tmp_path, f"server:/x {tmp_path} {kind}")
    with pytest.raises(SettingsError, match=f"{kind}.*BYLINE_NETWORK_FILES"):
        refuse_network(tmp_path / "data" / "byline.sqlite3", table)


@pytest.mark.parametrize("kind", ["ext4", "xfs", "btrfs", "tmpfs", "overlay", "fuseblk"])
def test_a_disk_of_this_machine_is_not(tmp_path: Path, kind: str) -> None:
    refuse_network(tmp_path / "byline.sqlite3", mounts(tmp_path, f"/dev/vdb {tmp_path} {kind}"))


def test_the_nearest_mount_counts_and_of_two_on_one_point_the_last(tmp_path: Path) -> None:
    inner = tmp_path / "in side"
    inner.mkdir()
    shown = str(inner).replace(" ", "\\040")
    table = mounts(tmp_path, f"a:/x {tmp_path} nfs", f"b:/y {shown} nfs", f"/dev/vdb {shown} ext4")
    refuse_network(inner / "byline.sqlite3", table)
    with pytest.raises(SettingsError):
        refuse_network(tmp_path / "byline.sqlite3", table)


def test_a_link_is_followed(tmp_path: Path) -> None:
    far = tmp_path / "far"
    far.mkdir()
    (tmp_path / "near").symlink_to(far)
    with pytest.raises(SettingsError):
        refuse_network(tmp_path / "near" / "x", mounts(tmp_path, f"a:/x {far} nfs"))


def test_where_there_is_no_list_of_mounts_nothing_is_refused(tmp_path: Path) -> None:
    refuse_network(tmp_path / "x", tmp_path / "none")

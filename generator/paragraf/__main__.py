"""`python -m paragraf`: the same as the command."""

from paragraf.cli import main

main(prog_name="paragraf")

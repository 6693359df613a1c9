"""How the bundled English pipeline is made from openly licensed treebanks; see README.md."""

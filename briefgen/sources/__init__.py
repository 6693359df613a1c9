"""Steps 1 and 2: select which files are read, and load bytes into documents.

What `build` calls, in this order:

- `select(paths, selection=None) -> Selected(files, left_out, unread)`: which files there are; `files` are pairs of the
  path shown and the path on disk. Raises RequestError for a path that does not exist.
- `read_file(shown, path, limits=None) -> File`: the bytes and the sidecar; the only place where a source is read from
  disk. Raises RequestError for a broken sidecar, SourceError for a file that cannot be read.
- `load(file, limits) -> Loading(documents, unread)`: pure, for workers; formats that need a parser are read in a
  process of their own that is ended when it takes too long or too much memory. A plain file gives one; an archive, a
  mailbox or a feed gives one for each part, and `unread` says which parts could not be used. Raises SourceError where
  the whole file cannot be used.
- `refuse_future(documents, prepared) -> documents`: an inferred publication day after the brief's own is taken away.
- `sift(documents, selection) -> (kept, left_out)`: the filters that need the text: period, publisher, language, query.
- `cluster(documents) -> Copies(origins, left_out)`: which documents copy which. `origins` maps a source's id to the id
  of the source it copies (or its own); `left_out` lists those that are the same text under another name: drop them.

`LOADERS` names one loader for each media type. A loader takes bytes and limits and gives a `Loaded`; what it cannot
use it refuses with a SourceError.
"""

from __future__ import annotations

from briefgen.sources.copies import Copies, cluster
from briefgen.sources.fence import load
from briefgen.sources.loading import LOADERS, Loading
from briefgen.sources.select import Selected, Selection, read_file, select
from briefgen.sources.sift import refuse_future, sift

__all__ = [
    "LOADERS",
    "Copies",
    "Loading",
    "Selected",
    "Selection",
    "cluster",
    "load",
    "read_file",
    "refuse_future",
    "select",
    "sift",
]

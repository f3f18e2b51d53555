-- The evidence store, version 1. Times are seconds since 1970 in UTC.
CREATE TABLE runs (
    id INTEGER PRIMARY KEY,
    question TEXT NOT NULL,      -- an unfinished run of the same question goes on
    started INTEGER NOT NULL,
    finished INTEGER NOT NULL DEFAULT 0,
    requests INTEGER NOT NULL DEFAULT 0,
    bytes INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE exchanges (
    id INTEGER PRIMARY KEY,
    url TEXT NOT NULL,           -- store.keys.key_of
    purpose TEXT NOT NULL,
    cookies TEXT NOT NULL,       -- hash of the cookies sent, empty for none
    at INTEGER NOT NULL,
    age TEXT NOT NULL,           -- store.ages: alive, gone, capture, unknown
    status INTEGER NOT NULL,
    failure TEXT,
    detail TEXT NOT NULL,
    headers TEXT NOT NULL,       -- JSON, [[name, value], ...]
    truncated INTEGER NOT NULL,
    packed INTEGER NOT NULL,     -- 1: body is compressed (zlib)
    body BLOB NOT NULL
);
CREATE INDEX exchanges_by_key ON exchanges (url, purpose, cookies, at);
-- Which exchanges a run has used, in order for each key: its own and those it found.
CREATE TABLE uses (
    run INTEGER NOT NULL REFERENCES runs (id),
    url TEXT NOT NULL,
    purpose TEXT NOT NULL,
    cookies TEXT NOT NULL,
    nth INTEGER NOT NULL,
    exchange INTEGER NOT NULL REFERENCES exchanges (id),
    PRIMARY KEY (run, url, purpose, cookies, nth)
) WITHOUT ROWID;
CREATE INDEX uses_by_exchange ON uses (exchange);
-- Who is asking what just now (store.leases).
CREATE TABLE holders (
    holder TEXT PRIMARY KEY,
    machine TEXT NOT NULL,
    process INTEGER NOT NULL,
    seen REAL NOT NULL           -- last sign of life
);
CREATE TABLE leases (
    url TEXT NOT NULL,
    purpose TEXT NOT NULL,
    cookies TEXT NOT NULL,
    holder TEXT NOT NULL,
    PRIMARY KEY (url, purpose, cookies)
) WITHOUT ROWID;

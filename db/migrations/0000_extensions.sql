-- Exclusion constraints over a period of validity also compare plain columns: "no two of the same unit overlap".
CREATE EXTENSION IF NOT EXISTS btree_gist;

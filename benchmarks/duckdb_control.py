"""Who controls whom in a register as CSV, by recursive SQL: each step adds what the holders newly controlled hold."""

import sys

import duckdb

CONTROL = """
WITH RECURSIVE control(owner, owned, share, before) USING KEY (owner, owned) AS (
    SELECT owner, owned, share, 0
    FROM shares SEMI JOIN (SELECT DISTINCT owner FROM shares WHERE share > 5000) USING (owner)
  UNION
    SELECT more.owner, more.owned, coalesce(known.share, 0) + more.share, coalesce(known.share, 0)
    FROM (
        SELECT new.owner, shares.owned, sum(shares.share)::INTEGER AS share
        FROM control AS new JOIN shares ON shares.owner = new.owned
        WHERE new.share > 5000 AND new.before <= 5000 AND shares.owned <> new.owner
        GROUP BY ALL
    ) AS more
    LEFT JOIN recurring.control AS known ON known.owner = more.owner AND known.owned = more.owned
)
SELECT count(*), sum((owner::BIGINT * 7919 + owned) * (owner + owned) % 1000000007)::BIGINT
FROM control WHERE share > 5000
"""

connection = duckdb.connect()
connection.execute(
    "CREATE TABLE shares AS FROM read_csv(?, columns = {'owner': 'INTEGER', 'owned': 'INTEGER', 'share': 'INTEGER'})",
    [sys.argv[1]],
)
print(*connection.execute(CONTROL).fetchone())

-- A system is known by one row, and other rows may have joined it. A partnership's row may do both, once for each member: the
-- accounts and the systems count the same rows (§6).
WITH account AS (
       SELECT COALESCE(sum(rows_system + expanded_systems), 0) AS systems,
              COALESCE(sum(rows_system + rows_merged + expanded_systems + expanded_merged), 0) AS rows,
       FROM accounts
     ),
     system AS (SELECT count(*) AS systems, COALESCE(sum(rows_merged), 0) AS rows FROM systems)
SELECT account.systems AS accounted, system.systems, account.rows AS accounted_rows, system.rows
FROM account, system
WHERE account.systems <> system.systems OR account.rows <> system.rows

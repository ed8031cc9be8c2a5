-- A row that is accounted for as a connection is one in connections.parquet, and the other way round (§6).
WITH account AS (SELECT COALESCE(sum(rows_connection), 0) AS rows FROM accounts), connection AS (SELECT count(*) AS rows FROM connections)
SELECT account.rows AS accounted, connection.rows AS published
FROM account, connection
WHERE account.rows <> connection.rows

-- A row in no figure leaves a problem that says where it stands (§6).
WITH told AS (
  SELECT source_file, sheet, count(DISTINCT regexp_extract(cell, '[0-9]+$')) AS rows
  FROM problems WHERE effect = 'row-set-aside' GROUP BY ALL
)
SELECT a.source_file, a.sheet, a.rows_set_aside, COALESCE(told.rows, 0) AS told
FROM accounts a LEFT JOIN told USING (source_file, sheet)
WHERE a.rows_set_aside <> COALESCE(told.rows, 0)

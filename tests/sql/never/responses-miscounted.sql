-- The response counts what the table of systems holds (§3).
WITH held AS (
  SELECT municipality_code, count(*) AS systems, count(*) FILTER (WHERE counted) AS counted, sum(rows_merged) AS rows,
         count(*) FILTER (WHERE counted AND level = 'onbekend') AS level_unknown,
         count(*) FILTER (WHERE counted AND distinguishing = 'onbekend') AS distinguishing_unknown
  FROM systems GROUP BY ALL
)
SELECT r.municipality_code, r.systems, h.systems, r.rows, h.rows
FROM response r LEFT JOIN held h USING (municipality_code)
WHERE (r.systems, r.systems_counted, r.rows, r.level_unknown, r.distinguishing_unknown)
      <> (COALESCE(h.systems, 0), COALESCE(h.counted, 0), COALESCE(h.rows, 0), COALESCE(h.level_unknown, 0), COALESCE(h.distinguishing_unknown, 0))

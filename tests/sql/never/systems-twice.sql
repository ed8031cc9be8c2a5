-- A system is known by its municipality and id (§1).
SELECT municipality_code, system_id, count(*) AS systems FROM systems GROUP BY ALL HAVING count(*) > 1

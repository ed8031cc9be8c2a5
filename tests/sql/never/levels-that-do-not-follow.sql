-- Of who steers and who runs it, the lower rung is the level; where one is known, it decides (§2).
WITH rung AS (
  SELECT *, list_position(['overheidsbreed', 'collectief_gemeentelijk', 'regionaal', 'decentraal', 'onbekend'], steered_level) AS steered,
         list_position(['overheidsbreed', 'collectief_gemeentelijk', 'regionaal', 'decentraal', 'onbekend'], run_level) AS run,
         list_position(['overheidsbreed', 'collectief_gemeentelijk', 'regionaal', 'decentraal', 'onbekend'], level) AS rung
  FROM systems
)
SELECT municipality_code, system_id, steered_level, run_level, level, level_source
FROM rung
WHERE level_source IN ('rule', 'catalogue')
  AND rung IS DISTINCT FROM COALESCE(greatest(NULLIF(steered, 5), NULLIF(run, 5)), 5)

-- Every system rests on one piece of evidence that is published, of its own product and maker; and as many systems as it says (§2).
SELECT coalesce(s.evidence, e.evidence) AS evidence, s.systems, e.systems AS published
FROM (
  SELECT evidence, count(*) AS systems, count(DISTINCT lower(product)) AS products, count(DISTINCT coalesce(lower(vendor_canonical), '')) AS makers
  FROM systems GROUP BY evidence
) s FULL JOIN evidence e USING (evidence)
WHERE s.systems IS DISTINCT FROM e.systems OR s.products <> 1 OR s.makers <> 1

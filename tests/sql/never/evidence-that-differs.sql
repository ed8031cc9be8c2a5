-- Systems of one piece of evidence are of one product and one maker (§2).
SELECT evidence, count(DISTINCT lower(product)) AS products, count(DISTINCT coalesce(lower(vendor_canonical), '')) AS makers
FROM systems GROUP BY evidence HAVING products <> 1 OR makers <> 1

-- Systems of one piece of evidence are of one product and one maker, however spelt (§2).
SELECT evidence, count(DISTINCT regexp_replace(strip_accents(lower(product)), '[^a-z0-9]', '', 'g')) AS products,
  count(DISTINCT regexp_replace(strip_accents(lower(coalesce(vendor_canonical, ''))), '[^a-z0-9]', '', 'g')) AS makers
FROM systems GROUP BY evidence HAVING products <> 1 OR makers <> 1

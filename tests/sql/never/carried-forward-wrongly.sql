-- An inventory is carried forward for at most twelve months, and every figure that leans on it says so (§1). A partnership's row
-- has a month of its own.
SELECT municipality_code, response, carried_from, month FROM response
WHERE (response = 'carried_forward' AND carried_from IS NULL)
   OR (response NOT IN ('carried_forward', 'partial') AND carried_from IS NOT NULL)
   OR NOT datediff('month', (carried_from || '-01')::DATE, (month || '-01')::DATE) BETWEEN 1 AND 12
UNION ALL
SELECT s.municipality_code, r.response, s.carried_from, s.month
FROM systems s JOIN response r USING (municipality_code)
WHERE s.registered_by IS NULL
  AND (s.carried_from < r.carried_from
       OR (s.carried_from IS NOT NULL AND r.carried_from IS NULL)
       OR (s.carried_from IS NULL AND r.response = 'carried_forward'))
UNION ALL
SELECT s.municipality_code, r.response, s.carried_from, s.month
FROM systems s JOIN response r USING (municipality_code)
WHERE NOT datediff('month', (s.carried_from || '-01')::DATE, (s.month || '-01')::DATE) BETWEEN 1 AND 12

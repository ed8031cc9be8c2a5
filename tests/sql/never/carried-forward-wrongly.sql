-- An inventory is carried forward for at most twelve months, and every figure that leans on it says so (§1).
SELECT municipality_code, response, carried_from, month FROM response
WHERE (response = 'carried_forward') <> (carried_from IS NOT NULL)
   OR NOT datediff('month', (carried_from || '-01')::DATE, (month || '-01')::DATE) BETWEEN 1 AND 12
UNION ALL
SELECT s.municipality_code, r.response, s.carried_from, s.month
FROM systems s JOIN response r USING (municipality_code) WHERE s.carried_from IS DISTINCT FROM r.carried_from

-- Every row that is not empty has one fate, a partnership's row too; only such a row is expanded (§6).
FROM accounts
WHERE NOT closes
   OR rows <> rows_system + rows_merged + rows_set_aside + rows_superseded + rows_expanded + rows_connection + rows_heading + rows_total + rows_note
   OR (rows_expanded = 0) <> (expanded_systems + expanded_merged = 0)

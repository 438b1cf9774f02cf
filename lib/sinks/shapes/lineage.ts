import type { Lineage } from '../../records/records.ts'

/** Adds where a row comes from to its shape, under `_autoif`; trainers ignore the field, people do not. */
export const withLineage =
  <Row extends { readonly lineage: Lineage }>(shape: (row: Row) => object) =>
  (row: Row): object => ({ ...shape(row), _autoif: row.lineage })

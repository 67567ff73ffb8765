import type { ComponentChildren } from 'preact';

export interface Column<Row> {
  head: string;
  /** Numbers stand at the right. */
  number?: boolean;
  cell: (row: Row) => ComponentChildren;
}

export interface DataTableProps<Row> {
  caption: string;
  columns: Column<Row>[];
  rows: Row[];
  keyOf: (row: Row) => string;
}

/** A table that scrolls in its own focusable region when it is too wide; the first column names the row. */
export const DataTable = <Row,>({ caption, columns, rows, keyOf }: DataTableProps<Row>) => (
  <div class="table-scroll" tabIndex={0} role="region" aria-label={caption}>
    <table>
      <caption class="unseen">{caption}</caption>
      <thead>
        <tr>{columns.map(({ head, number }) => <th key={head} scope="col" class={number ? 'number' : undefined}>{head}</th>)}</tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            {columns.map(({ head, number, cell }, index) =>
              index ? <td key={head} class={number ? 'number' : undefined}>{cell(row)}</td> : <th key={head} scope="row">{cell(row)}</th>,
            )}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

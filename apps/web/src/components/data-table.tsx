import type { ComponentChildren } from 'preact';

export interface Column<Row> {
  head: string;
  /** Numbers stand at the right. */
  number?: boolean;
  /** Only links and buttons, which say themselves what they do. */
  acts?: boolean;
  cell: (row: Row) => ComponentChildren;
}

export interface DataTableProps<Row> {
  caption: string;
  columns: Column<Row>[];
  rows: Row[];
  keyOf: (row: Row) => string;
}

/**
 * A table that scrolls in its own focusable region when it is too wide; the first column names the row. On a phone each row stands as a
 * list of its cells under its name. The roles say what it is there, too: with another `display` browsers forget it.
 */
export const DataTable = <Row,>({ caption, columns, rows, keyOf }: DataTableProps<Row>) => (
  <div class="table-scroll" tabIndex={0} role="region" aria-label={caption}>
    <table class="stacks" role="table">
      <caption class="unseen">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">{columns.map(({ head, number }) => <th key={head} role="columnheader" scope="col" class={number ? 'number' : undefined}>{head}</th>)}</tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={keyOf(row)} role="row">
            {columns.map(({ head, number, acts, cell }, index) =>
              index ? <td key={head} role="cell" data-head={acts ? undefined : head} class={number ? 'number' : undefined}>{cell(row)}</td> : <th key={head} role="rowheader" scope="row">{cell(row)}</th>,
            )}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

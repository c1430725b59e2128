/** A column of a table that is moved. */
export interface MovedColumn {
  readonly name: string;
  /** In PostgreSQL. */
  readonly type: 'bigint' | 'integer' | 'text';
  /** What it is made of in SQLite. Default: the column of the same name. */
  readonly from?: string;
}

/** A table that SQLite and PostgreSQL have by the same name. */
export interface MovedTable {
  readonly name: string;
  /** The columns by which its rows are ordered and told apart. */
  readonly key: readonly string[];
  readonly columns: readonly MovedColumn[];
}

function number(name: string): MovedColumn {
  return { name, type: 'bigint' };
}

function text(name: string, from?: string): MovedColumn {
  return { name, type: 'text', ...(from !== undefined && { from }) };
}

/** What is moved, in an order in which nothing mentions what is not there yet. */
export const MOVED_TABLES: readonly MovedTable[] = [
  { name: 'codes', key: ['id'], columns: [number('id'), text('code'), number('last_seq')] },
  {
    name: 'messages',
    key: ['code_id', 'seq'],
    columns: [number('code_id'), number('seq'), number('ts'), text('body')],
  },
  { name: 'media', key: ['name', 'code_id', 'seq'], columns: [text('name'), number('code_id'), number('seq')] },
  {
    name: 'jobs',
    key: ['place'],
    columns: [
      ...[number('place'), text('id'), number('code_id'), text('prompt_id'), text('prompt'), number('ended_at')],
      ...[text('journal'), text('address'), text('engine', "coalesce(json_extract(prompt, '$.options.engine'), '')")],
      { name: 'perilous_runs', type: 'integer' },
      { name: 'told_percent', type: 'integer' },
    ],
  },
  { name: 'revoked_codes', key: ['place'], columns: [number('place'), text('code')] },
  {
    name: 'stored_media',
    key: ['name'],
    columns: [text('name'), text('address'), number('bytes'), text('code')],
  },
  {
    name: 'operator_requests',
    key: ['place'],
    columns: [number('place'), text('action'), text('subject')],
  },
  {
    name: 'daily_jobs',
    key: ['owner', 'day'],
    columns: [text('owner'), { name: 'day', type: 'integer' }, { name: 'jobs', type: 'integer' }],
  },
  { name: 'restrictions', key: ['subject'], columns: [text('subject')] },
];

/** The columns that count by themselves, which have to go on after what was moved. */
export const COUNTERS: readonly { readonly table: string; readonly column: string }[] = [
  { table: 'codes', column: 'id' },
  { table: 'jobs', column: 'place' },
  { table: 'revoked_codes', column: 'place' },
  { table: 'operator_requests', column: 'place' },
];

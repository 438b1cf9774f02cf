import { register } from 'autoif-stream'

// Registered by `--import`: a new object for every record, so that every line is parsed and made anew.
register('rewrite', () => ({ name: 'rewrite', cost: 'free', lanes: 1, rejects: {}, run: record => ({ ...record }) }))

export { CodeReader } from './application/code-reader.js';
export { type Scheme, TaxonomyService, type Term } from './application/taxonomy.service.js';
export { readWordMap, WordMap } from './application/word-map.js';
export { TaxonomyHttpModule, TaxonomyModule } from './taxonomy.module.js';
export { PROVINCES } from './reference-data/provinces.js';
export { WARDS } from './reference-data/wards.js';

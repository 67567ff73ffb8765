export { type Scheme, TaxonomyService, type Term } from './application/taxonomy.service.js';
export { TaxonomyHttpModule, TaxonomyModule } from './taxonomy.module.js';

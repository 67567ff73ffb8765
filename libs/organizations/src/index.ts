export { type BulkOrganization, OrganizationBulkWriter } from './application/organization-bulk-writer.js';
export { CentreService } from './application/centre.service.js';
export { type NewOrganization, type OrganizationCard, organizationKey, OrganizationService } from './application/organization.service.js';
export type { Centre, Organization } from './data/organization.entities.js';
export { SupplierCounts } from './data/supplier-counts.js';
export { OrganizationsHttpModule, OrganizationsModule } from './organizations.module.js';
export { type SupplierView, toSupplierView } from './http/supplier.controller.js';
export { CentreContactBody } from './http/centre.controller.js';

import { Module } from '@nestjs/common';
import { registerSchema } from '@app/platform';
import { CentreService } from './application/centre.service.js';
import { OrganizationBulkWriter } from './application/organization-bulk-writer.js';
import { OrganizationService } from './application/organization.service.js';
import { Organizations20261124000300 } from './data/migrations/20261124000300-organizations.js';
import { OrganizationNames20261125000300 } from './data/migrations/20261125000300-organization-names.js';
import { CentreContact20261124001200 } from './data/migrations/20261124001200-centre-contact.js';
import { CentreVersions20261125133200 } from './data/migrations/20261125133200-centre-versions.js';
import { OrganizationStamps20261125154440 } from './data/migrations/20261125154440-organization-stamps.js';
import { Centre, Claim, Contact, Member, Organization, OrganizationSlug } from './data/organization.entities.js';
import { SupplierCounts } from './data/supplier-counts.js';
import { CentreController } from './http/centre.controller.js';
import { SupplierController } from './http/supplier.controller.js';

registerSchema({
  entities: [Centre, Organization, OrganizationSlug, Member, Contact, Claim],
  migrations: [Organizations20261124000300, OrganizationNames20261125000300, CentreContact20261124001200, CentreVersions20261125133200, OrganizationStamps20261125154440],
});

@Module({
  providers: [CentreService, OrganizationService, OrganizationBulkWriter, SupplierCounts],
  exports: [CentreService, OrganizationService, OrganizationBulkWriter, SupplierCounts],
})
export class OrganizationsModule {}

@Module({ imports: [OrganizationsModule], controllers: [SupplierController, CentreController] })
export class OrganizationsHttpModule {}

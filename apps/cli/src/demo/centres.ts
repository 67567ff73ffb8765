import { slugify } from '@app/platform';
import { provinceInEnglish, provinceName } from './places.js';
import { Random } from './random.js';
import { CENTRE_PROVINCES } from './vocabulary/suppliers.js';

export interface DemoCentre {
  id: string;
  slug: string;
  name: string;
  nameEn: string;
  province: string;
}

/** The centres that share the showroom, besides the installation's own. */
export const centresOf = (seed: number, at: Date): DemoCentre[] =>
  CENTRE_PROVINCES.map((province) => ({
    id: new Random(seed, 'centre', province).id(at), slug: slugify(provinceName(province)), province,
    name: `Trung tâm Thông tin và Ứng dụng khoa học, công nghệ ${provinceName(province)}`, nameEn: `${provinceInEnglish(province)} Centre for Science and Technology Information`,
  }));

/** Lucide icons in the sprite; the build of the assets reads this list. */
export const ICONS = [
  'arrow-right', 'atom', 'badge-check', 'bell', 'bookmark', 'brain', 'building-2', 'check', 'chevron-down', 'chevron-left', 'chevron-right',
  'circle-alert', 'circle-check', 'circle-dashed', 'circle-question-mark', 'circle-x', 'clock', 'cog', 'cooking-pot', 'copyright', 'corner-up-left',
  'cpu', 'database', 'dna', 'file-text', 'fish', 'flask-conical', 'globe', 'handshake', 'hard-hat', 'info', 'layers', 'log-out', 'map-pin',
  'message-square', 'microscope', 'package', 'paw-print', 'pencil', 'pill', 'plus', 'recycle', 'search', 'shield-check', 'sliders-horizontal',
  'sprout', 'stethoscope', 'syringe', 'trees', 'triangle-alert', 'user', 'wheat', 'workflow', 'wrench', 'x', 'zap',
] as const;

export type IconName = (typeof ICONS)[number];

const FIELD_ICONS: Record<string, IconName> = {
  'data-statistics': 'database',
  'computer-science': 'cpu',
  'artificial-intelligence': 'brain',
  physics: 'atom',
  chemistry: 'flask-conical',
  'earth-space': 'globe',
  'civil-engineering': 'hard-hat',
  'electrical-electronics': 'zap',
  mechanical: 'cog',
  'materials-metallurgy': 'layers',
  biotechnology: 'dna',
  environment: 'recycle',
  nanotechnology: 'microscope',
  'food-technology': 'cooking-pot',
  medicine: 'stethoscope',
  pharmacy: 'pill',
  crops: 'wheat',
  livestock: 'paw-print',
  veterinary: 'syringe',
  forestry: 'trees',
  fisheries: 'fish',
};

/** Icon of a browse field; a field that came later gets the general one. */
export const fieldIcon = (code: string | undefined): IconName => (code && FIELD_ICONS[code]) || 'package';

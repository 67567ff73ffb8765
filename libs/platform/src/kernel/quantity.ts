/** A value with its unit as written, and in the canonical unit of its dimension where that is certain. */
export interface Quantity {
  label: string;
  raw: string;
  unit: string | null;
  min: number | null;
  max: number | null;
  canonicalMin: number | null;
  canonicalMax: number | null;
  dimension: string | null;
}

// Factors to the canonical unit: kg, kg/h, kg/batch, W, m³, m³/day, m², °C, m, %, h, V, piece/h.
const UNITS: Record<string, readonly [dimension: string, factor: number]> = {
  kg: ['mass', 1], g: ['mass', 0.001], tấn: ['mass', 1000], tạ: ['mass', 100], yến: ['mass', 10],
  // A giạ of paddy is 20 kg in the Mekong delta.
  giạ: ['mass', 20],
  'kg/h': ['mass-per-hour', 1], 'kg/giờ': ['mass-per-hour', 1], 'tấn/h': ['mass-per-hour', 1000], 'tấn/giờ': ['mass-per-hour', 1000],
  't/h': ['mass-per-hour', 1000], 'kg/ngày': ['mass-per-day', 1], 'tấn/ngày': ['mass-per-day', 1000],
  'kg/mẻ': ['mass-per-batch', 1], 'tấn/mẻ': ['mass-per-batch', 1000],
  w: ['power', 1], kw: ['power', 1000], mw: ['power', 1e6], hp: ['power', 745.7], 'mã lực': ['power', 745.7], kwp: ['power', 1000],
  l: ['volume', 0.001], lít: ['volume', 0.001], ml: ['volume', 1e-6], m3: ['volume', 1],
  'm3/ngày': ['volume-per-day', 1], 'm3/ngày đêm': ['volume-per-day', 1], 'm3/h': ['volume-per-day', 24], 'm3/giờ': ['volume-per-day', 24],
  'l/h': ['volume-per-day', 0.024], 'lít/giờ': ['volume-per-day', 0.024],
  m2: ['area', 1], ha: ['area', 10_000], // A công is 1,000 m² in the south.
  công: ['area', 1000],
  mm: ['length', 0.001], cm: ['length', 0.01], m: ['length', 1], km: ['length', 1000],
  '°c': ['temperature', 1], độ: ['temperature', 1], c: ['temperature', 1],
  '%': ['share', 1], v: ['voltage', 1], kv: ['voltage', 1000],
  phút: ['time', 1 / 60], giờ: ['time', 1], h: ['time', 1], ngày: ['time', 24], tháng: ['time', 720], năm: ['time', 8760],
};

const NUMBER = String.raw`\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?`;
const RANGE = new RegExp(String.raw`^(?:từ\s+)?(${NUMBER})\s*(?:-|–|~|đến|tới|to)\s*(${NUMBER})\s*(.*)$`, 'u');
const UPPER = new RegExp(String.raw`^(?:≤|<=|<|dưới|tối đa|không quá|up to)\s*(${NUMBER})\s*(.*)$`, 'u');
const LOWER = new RegExp(String.raw`^(?:≥|>=|>|trên|tối thiểu|ít nhất|from)\s*(${NUMBER})\s*(.*)$`, 'u');
const SINGLE = new RegExp(String.raw`^(?:khoảng\s+|~\s*|±\s*)?(${NUMBER})\s*(.*)$`, 'u');

/** "1.200" is twelve hundred, "1,5" and "1.5" are one and a half. */
const numberOf = (text: string): number => {
  const grouped = /^\d{1,3}(\.\d{3})+(,\d+)?$/.test(text);
  return Number((grouped ? text.replaceAll('.', '') : text).replace(',', '.'));
};

const clean = (text: string): string =>
  text.normalize('NFC').trim().toLowerCase().replaceAll('³', '3').replaceAll('²', '2').replaceAll('ºc', '°c').replace(/\s+/g, ' ').replace(/\s*\/\s*/g, '/');

/** A value and its unit as one text: sources part them differently. */
export const quantityText = ({ raw, unit }: Pick<Quantity, 'raw' | 'unit'>): string => (unit && !raw.endsWith(unit) ? `${raw} ${unit}` : raw);

/** Reads a quantity. Never throws: what cannot be read stays as text with nulls. */
export const parseQuantity = (input: { name: string; value: string | number; unit?: string | null }): Quantity => {
  const raw = String(input.value);
  const { min, max, rest } = bounds(clean(raw));
  const known = min !== null || max !== null;
  // A unit inside the value stays there and is not said twice.
  const unit = input.unit?.trim() || null;
  const conversion = known ? UNITS[clean(unit ?? rest)] : undefined;
  const convert = (value: number | null): number | null => (value === null || !conversion ? null : round(value * conversion[1]));
  return {
    label: input.name, raw, unit, min, max,
    canonicalMin: convert(min), canonicalMax: convert(max), dimension: conversion?.[0] ?? null,
  };
};

const bounds = (text: string): { min: number | null; max: number | null; rest: string } => {
  const range = RANGE.exec(text);
  if (range) {
    const [low, high] = [numberOf(range[1]), numberOf(range[2])];
    return low <= high ? { min: low, max: high, rest: range[3] } : { min: null, max: null, rest: '' };
  }
  const upper = UPPER.exec(text);
  if (upper) return { min: null, max: numberOf(upper[1]), rest: upper[2] };
  const lower = LOWER.exec(text);
  if (lower) return { min: numberOf(lower[1]), max: null, rest: lower[2] };
  const single = SINGLE.exec(text);
  if (single) return { min: numberOf(single[1]), max: numberOf(single[1]), rest: single[2] };
  return { min: null, max: null, rest: '' };
};

const round = (value: number): number => Number(value.toPrecision(12));

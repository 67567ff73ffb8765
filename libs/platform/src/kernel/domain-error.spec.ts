import { errorText } from './domain-error.js';

describe('errorText', () => {
  it('tells a state in words of the language, not by its code', () => {
    expect(errorText('common.wrong_state', 'vi', { state: 'submitted' })).toBe('Không thể làm việc này khi trạng thái là "chờ duyệt".');
    expect(errorText('common.wrong_state', 'en', { state: 'submitted' })).toBe('This cannot be done in the state "under review".');
  });
});

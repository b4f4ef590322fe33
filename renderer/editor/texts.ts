import { editorTexts, type EditorTexts } from '../../shared/i18n/areas/editor.ts';
import { useApp } from '../hooks.ts';

/** The texts of the editor in the language of the app. */
export const useEditorTexts = (): EditorTexts => editorTexts(useApp().state.locale);

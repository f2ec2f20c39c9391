// SPDX-License-Identifier: Apache-2.0

export interface ChooseFilesProps {
  readonly label: string;
  /** Where the label alone does not say of which photograph. */
  readonly name?: string;
  /** More than one at once. */
  readonly isMany?: boolean;
  /** Opens the phone's own camera in place of its files. */
  readonly isCamera?: boolean;
  readonly isPrimary?: boolean;
  readonly isDisabled?: boolean;
  readonly testId?: string;
  readonly onFiles: (files: readonly File[]) => void;
}

/** What phones and cameras write. HEIC is named although few browsers open it: what to do instead can then be said. */
const accepted = 'image/*,.heic,.heif';

/** A button that opens files or the phone's camera. The input itself stays focusable, labelled by the button around it. */
export function ChooseFiles(props: ChooseFilesProps) {
  const { label, isMany = false, isCamera = false, isPrimary = false, isDisabled = false } = props;
  const looks = ['button', 'file', isPrimary ? 'primary' : '', isDisabled ? 'off' : ''];
  return (
    <label class={looks.filter(Boolean).join(' ')}>
      {label}
      <input
        class="unseen"
        type="file"
        aria-label={props.name}
        data-testid={props.testId}
        accept={accepted}
        multiple={isMany}
        disabled={isDisabled}
        {...(isCamera ? { capture: 'environment' as const } : {})}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          // The same file may be chosen again after it was removed.
          event.currentTarget.value = '';
          if (files.length > 0) props.onFiles(files);
        }}
      />
    </label>
  );
}

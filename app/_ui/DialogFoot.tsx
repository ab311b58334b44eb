/** What ends a dialog that asks the server: why it refused, what does it, and the way out. */
import { RefusalNotice } from "./Refusal.tsx";

interface Props {
  refused: string | null;
  confirm: string;
  cancel: string;
  onCancel: () => void;
}

export function DialogFoot({ refused, confirm, cancel, onCancel }: Props) {
  return (
    <>
      {refused !== null && <RefusalNotice code={refused} draft={false} />}
      <div className="acts">
        <button type="submit" className="btn pri">
          {confirm}
        </button>{" "}
        <button type="button" className="btn" onClick={onCancel}>
          {cancel}
        </button>
      </div>
    </>
  );
}

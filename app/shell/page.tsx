import { Shell } from "./Shell.tsx";

/**
 * The empty page that stands in for others without a network. It is the same for everybody and reads nothing on the
 * server: what it shows lies on the device.
 */
export default function ShellPage() {
  return <Shell />;
}

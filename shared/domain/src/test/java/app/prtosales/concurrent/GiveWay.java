package app.prtosales.concurrent;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/// Lets a process of tests give way to whatever else the machine is doing, if the system property
/// `tests.nice` says by how much: it calls POSIX `nice` for the thread that runs the tests, before
/// that one starts others, which inherit it (decision 352). Where there is no `nice`, nothing
/// happens.
public final class GiveWay implements LauncherSessionListener {

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        int increment = Integer.getInteger("tests.nice", 0);
        if (increment > 0) {
            Linker linker = Linker.nativeLinker();
            linker.defaultLookup().find("nice").ifPresent(nice -> call(linker, nice, increment));
        }
    }

    @SuppressWarnings("restricted")
    private static void call(Linker linker, MemorySegment nice, int increment) {
        FunctionDescriptor intToInt =
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
        try {
            int ignored = (int) linker.downcallHandle(nice, intToInt).invokeExact(increment);
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

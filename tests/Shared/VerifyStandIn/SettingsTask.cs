using System.Runtime.CompilerServices;

namespace VerifyTests;

/// <summary>A verification that starts when it is awaited, after its settings are made.</summary>
public sealed class SettingsTask(VerifySettings? settings, Func<VerifySettings, Task> run)
{
    private readonly VerifySettings _settings = settings ?? new();
    private Task? _task;

    public static implicit operator Task(SettingsTask settingsTask) => settingsTask.ToTask();

    public SettingsTask UseDirectory(string directory)
    {
        _settings.UseDirectory(directory);
        return this;
    }

    public SettingsTask UseFileName(string fileName)
    {
        _settings.UseFileName(fileName);
        return this;
    }

    public SettingsTask UseTypeName(string name)
    {
        _settings.UseTypeName(name);
        return this;
    }

    public SettingsTask UseMethodName(string name)
    {
        _settings.UseMethodName(name);
        return this;
    }

    public Task ToTask() => _task ??= run(_settings);

    public TaskAwaiter GetAwaiter() => ToTask().GetAwaiter();
}

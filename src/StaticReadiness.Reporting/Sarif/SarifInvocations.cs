using StaticReadiness.Analysis.Reports;
using StaticReadiness.Reporting.Sarif.Model;

namespace StaticReadiness.Reporting.Sarif;

/// <summary>What the run says about itself, as a SARIF invocation.</summary>
internal sealed class SarifInvocations
{
    private readonly Report report;
    private readonly List<string> ids;

    public SarifInvocations(Report report)
    {
        this.report = report;
        ids = [.. report.Notifications.Select(static n => n.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    public IReadOnlyList<SarifReportingDescriptor>? Descriptors() =>
        ids.Count == 0 ? null : [.. ids.Select(Describe)];

    public SarifInvocation Create(Verdict verdict)
    {
        var complete = verdict.ExitCode is ExitCode.Success or ExitCode.GateFailed;
        return new SarifInvocation(
            complete, (int)verdict.ExitCode, verdict.Reasons.IsEmpty ? null : string.Join("; ", verdict.Reasons),
            report.Notifications.IsEmpty ? null : [.. report.Notifications.Select(Create)]);
    }

    private SarifNotification Create(Notification notification) => new(
        new SarifDescriptorReference(notification.Id, ids.IndexOf(notification.Id), null),
        Names.Of(notification.Level),
        new SarifMessage(notification.Message.EndsWith('.') ? notification.Message : notification.Message + ".", null),
        notification.Location is { } location ? [SarifLocations.Create(location)] : null);

    private static SarifReportingDescriptor Describe(string id)
    {
        var words = id.Replace('-', ' ');
        var sentence = $"{char.ToUpperInvariant(words[0])}{words[1..]}.";
        return new SarifReportingDescriptor(id)
        {
            ShortDescription = new SarifMessage(sentence, null),
            FullDescription = new SarifMessage(sentence, null),
            Help = new SarifMultiformatMessage(sentence, sentence),
        };
    }
}

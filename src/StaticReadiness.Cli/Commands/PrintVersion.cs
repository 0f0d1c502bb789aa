using System.CommandLine;
using System.CommandLine.Invocation;

namespace StaticReadiness.Cli.Commands;

/// <summary><c>--version</c>, which the library would answer with the version of whatever program hosts us.</summary>
internal sealed class PrintVersion : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        parseResult.InvocationConfiguration.Output.Write(ProductVersion.Text + "\n");
        return 0;
    }
}
